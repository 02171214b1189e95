package com.contractorportal.samples.rooms;

/** Breaks a rule by its name. */
public final class ServiceImpl {}
