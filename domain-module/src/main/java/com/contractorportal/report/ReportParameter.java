package com.contractorportal.report;

/** What a report can be limited to when somebody asks for it. */
public enum ReportParameter {
  /** Days from one to another. */
  PERIOD,
  /** One winter event. */
  EVENT,
  /** One property. */
  PROPERTY
}
