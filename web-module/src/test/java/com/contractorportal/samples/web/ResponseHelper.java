package com.contractorportal.samples.web;

/** Breaks a rule by its name. */
public final class ResponseHelper {}
