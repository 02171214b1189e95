package com.contractorportal.web.problem;

import jakarta.ws.rs.ext.Provider;

/** Everything without a nearer mapper. */
@Provider
public class AnyProblemMapper extends ProblemMapper<Throwable> {}
