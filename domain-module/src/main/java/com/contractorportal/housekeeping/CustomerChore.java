package com.contractorportal.housekeeping;

/** A chore that is done for each customer in turn, with that customer bound to the thread. */
public interface CustomerChore extends Chore {}
