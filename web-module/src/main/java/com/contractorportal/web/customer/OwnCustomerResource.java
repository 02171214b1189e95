package com.contractorportal.web.customer;

import com.contractorportal.customer.CustomerDraft;
import com.contractorportal.customer.CustomerProfile;
import com.contractorportal.customer.CustomerService;
import com.contractorportal.customer.SecondFactorRule;
import com.contractorportal.web.Roles;
import com.contractorportal.web.Versions;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /api/customer}: the one of the token. */
@Path("customer")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.ADMIN, Roles.MANAGER, Roles.CONTRACTOR, Roles.VIEWER})
@Tag(name = "customer")
public class OwnCustomerResource {

  @Inject private CustomerService customers;

  @GET
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = CustomerProfile.class)))
  public Response get() {
    CustomerProfile own = customers.own();
    return Versions.ok(own, own.version());
  }

  @PUT
  @RolesAllowed(Roles.ADMIN)
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = CustomerProfile.class)))
  public Response update(
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
      @NotNull(message = "Send the customer as JSON.") @Valid CustomerDraft draft) {
    CustomerProfile own = customers.updateOwn(Versions.expected(ifMatch), draft);
    return Versions.ok(own, own.version());
  }

  @GET
  @Path("second-factor")
  @RolesAllowed(Roles.ADMIN)
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = SecondFactorRule.class)))
  public Response secondFactor() {
    SecondFactorRule rule = customers.secondFactorRule();
    return Versions.ok(rule, rule.version());
  }

  @PUT
  @Path("second-factor")
  @RolesAllowed(Roles.ADMIN)
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = SecondFactorRule.class)))
  public Response requireSecondFactor(
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
      @NotNull(message = "Send the rule as JSON.") @Valid SecondFactorDraft draft) {
    SecondFactorRule rule =
        customers.requireSecondFactor(Versions.expected(ifMatch), draft.required());
    return Versions.ok(rule, rule.version());
  }
}
