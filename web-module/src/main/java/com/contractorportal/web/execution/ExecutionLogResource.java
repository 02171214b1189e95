package com.contractorportal.web.execution;

import com.contractorportal.execution.ExecutionFilter;
import com.contractorportal.execution.ExecutionKind;
import com.contractorportal.execution.ExecutionService;
import com.contractorportal.execution.ExecutionStatus;
import com.contractorportal.execution.ExecutionView;
import com.contractorportal.paging.Page;
import com.contractorportal.web.PageParams;
import com.contractorportal.web.Roles;
import com.contractorportal.web.customer.ManagedCustomer;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /api/platform/customers/ID/execution-log}, the newest first. */
@Path("platform/customers/{customerId}/execution-log")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.SUPER_ADMIN)
@Tag(name = "platform")
public class ExecutionLogResource {

  @Inject private ExecutionService executions;

  @GET
  public Page<ExecutionView> list(
      @PathParam("customerId") String customerId,
      @QueryParam("kind") ExecutionKind kind,
      @QueryParam("status") ExecutionStatus status,
      @QueryParam("from") Instant from,
      @QueryParam("to") Instant to,
      @Valid @BeanParam PageParams page) {
    return executions.list(
        ManagedCustomer.id(customerId),
        new ExecutionFilter(
            Optional.ofNullable(kind),
            Optional.ofNullable(status),
            Optional.ofNullable(from),
            Optional.ofNullable(to)),
        page.request("-startedAt"));
  }
}
