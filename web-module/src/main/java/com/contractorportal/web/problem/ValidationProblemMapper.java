package com.contractorportal.web.problem;

import jakarta.validation.ValidationException;
import jakarta.ws.rs.ext.Provider;

/** Comes before the mapper that Jersey brings along. */
@Provider
public class ValidationProblemMapper extends ProblemMapper<ValidationException> {}
