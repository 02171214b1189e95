package com.contractorportal.web.customer;

import com.contractorportal.customer.CustomerFilter;
import com.contractorportal.customer.CustomerLifeService;
import com.contractorportal.customer.CustomerService;
import com.contractorportal.customer.CustomerStatus;
import com.contractorportal.customer.CustomerTermsDraft;
import com.contractorportal.customer.CustomerView;
import com.contractorportal.customer.ReasonDraft;
import com.contractorportal.paging.Page;
import com.contractorportal.web.PageParams;
import com.contractorportal.web.Roles;
import com.contractorportal.web.Versions;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /api/platform/customers}: those that there are; {@code onboarding} makes new ones. */
@Path("platform/customers")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.SUPER_ADMIN)
@Tag(name = "platform")
public class CustomerResource {

  /** How the code of a plan is written. */
  public static final String PLAN = "[A-Z][A-Z0-9_]{0,19}";

  public static final String NOT_A_PLAN = "Give the code of a plan, PRO say.";

  @Inject private CustomerService customers;
  @Inject private CustomerLifeService life;

  @GET
  public Page<CustomerView> list(
      @QueryParam("q") String text,
      @QueryParam("status") CustomerStatus status,
      @QueryParam("plan") @Pattern(regexp = PLAN, message = NOT_A_PLAN) String plan,
      @Valid @BeanParam PageParams page) {
    return customers.list(
        new CustomerFilter(
            Optional.ofNullable(text), Optional.ofNullable(status), Optional.ofNullable(plan)),
        page.request());
  }

  @GET
  @Path("{customerId}")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = CustomerView.class)))
  public Response get(@PathParam("customerId") String customerId) {
    return answer(customers.get(ManagedCustomer.id(customerId)));
  }

  @PUT
  @Path("{customerId}")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = CustomerView.class)))
  public Response update(
      @PathParam("customerId") String customerId,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
      @NotNull(message = "Send the customer as JSON.") @Valid CustomerTermsDraft terms) {
    return answer(life.update(ManagedCustomer.id(customerId), Versions.expected(ifMatch), terms));
  }

  @POST
  @Path("{customerId}/activate")
  @Consumes(MediaType.WILDCARD)
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = CustomerView.class)))
  public Response activate(
      @PathParam("customerId") String customerId,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
    return answer(life.activate(ManagedCustomer.id(customerId), Versions.expected(ifMatch)));
  }

  @POST
  @Path("{customerId}/suspend")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = CustomerView.class)))
  public Response suspend(
      @PathParam("customerId") String customerId,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
      @NotNull(message = "Send the reason as JSON.") @Valid ReasonDraft why) {
    return answer(life.suspend(ManagedCustomer.id(customerId), Versions.expected(ifMatch), why));
  }

  @POST
  @Path("{customerId}/close")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = CustomerView.class)))
  public Response close(
      @PathParam("customerId") String customerId,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
      @NotNull(message = "Send the reason as JSON.") @Valid ReasonDraft why) {
    return answer(life.close(ManagedCustomer.id(customerId), Versions.expected(ifMatch), why));
  }

  @POST
  @Path("{customerId}/reopen")
  @Consumes(MediaType.WILDCARD)
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = CustomerView.class)))
  public Response reopen(
      @PathParam("customerId") String customerId,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
    return answer(life.reopen(ManagedCustomer.id(customerId), Versions.expected(ifMatch)));
  }

  private static Response answer(CustomerView customer) {
    return Versions.ok(customer, customer.version());
  }
}
