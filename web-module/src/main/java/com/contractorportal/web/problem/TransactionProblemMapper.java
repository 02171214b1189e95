package com.contractorportal.web.problem;

import jakarta.annotation.Priority;
import jakarta.transaction.TransactionalException;
import jakarta.ws.rs.ext.Provider;

/**
 * What fails only when a transaction commits. Comes before the mapper that Jersey brings along,
 * which would leave it to the container as an internal error.
 */
@Provider
@Priority(1)
public class TransactionProblemMapper extends ProblemMapper<TransactionalException> {}
