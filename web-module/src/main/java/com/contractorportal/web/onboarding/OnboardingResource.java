package com.contractorportal.web.onboarding;

import com.contractorportal.member.MemberView;
import com.contractorportal.onboarding.FirstAdminDraft;
import com.contractorportal.onboarding.NewCustomerDraft;
import com.contractorportal.onboarding.OnboardedCustomer;
import com.contractorportal.onboarding.OnboardingService;
import com.contractorportal.web.IdempotencyKeys;
import com.contractorportal.web.Roles;
import com.contractorportal.web.Versions;
import com.contractorportal.web.customer.ManagedCustomer;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /api/platform/customers}: how a company becomes one. */
@Path("platform/customers")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.SUPER_ADMIN)
@Tag(name = "platform")
public class OnboardingResource {

  @Inject private OnboardingService onboarding;

  @POST
  @APIResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = OnboardedCustomer.class)))
  public Response create(
      @NotNull(message = "Send the customer as JSON.") @Valid NewCustomerDraft draft,
      @HeaderParam(IdempotencyKeys.HEADER) String key,
      @Context UriInfo uri) {
    OnboardedCustomer made =
        onboarding.create(draft, IdempotencyKeys.of(key, "customer.create", draft));
    return Versions.created(
        uri.getAbsolutePathBuilder().path(made.customer().customerId()).build(),
        made,
        made.customer().version());
  }

  @POST
  @Path("{customerId}/invitation")
  public MemberView inviteAdmin(
      @PathParam("customerId") String customerId,
      @NotNull(message = "Send the administrator as JSON.") @Valid FirstAdminDraft admin) {
    return onboarding.inviteAdmin(ManagedCustomer.id(customerId), admin);
  }
}
