package com.contractorportal.samples.rooms;

/** Breaks a rule: other features could pass the service. */
public class PublicRepository {}
