package com.contractorportal.web.problem;

import jakarta.json.bind.JsonbException;
import jakarta.ws.rs.ext.Provider;

/** Comes before the mapper that Jersey brings along. */
@Provider
public class JsonProblemMapper extends ProblemMapper<JsonbException> {}
