package com.contractorportal.samples.batch;

import jakarta.ws.rs.core.Response;

/** Breaks a rule: a job that answers HTTP. */
public interface AnswersHttp {
  Response answer();
}
