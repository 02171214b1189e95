package com.contractorportal.web.support;

import com.contractorportal.rule.NotFound;
import com.contractorportal.support.SupportEntryService;
import com.contractorportal.support.SupportGrant;
import com.contractorportal.support.SupportRequest;
import com.contractorportal.tenancy.CustomerId;
import com.contractorportal.web.Roles;
import com.contractorportal.web.account.OperatorSession;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /api/platform/customers/{customerId}/support-access} */
@Path("platform/customers/{customerId}/support-access")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.SUPER_ADMIN)
@Tag(name = "platform")
public class SupportStartResource {

  @Inject private SupportEntryService support;
  @Inject private JsonWebToken token;

  @POST
  @APIResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = SupportGrant.class)))
  public Response start(
      @PathParam("customerId") String customerId,
      @NotNull(message = "Send reason and minutes as JSON.") @Valid SupportRequest request,
      @Context UriInfo uri) {
    SupportGrant grant = support.start(customer(customerId), OperatorSession.of(token), request);
    return Response.created(
            uri.getAbsolutePathBuilder().path(grant.access().id().toString()).build())
        .entity(grant)
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }

  @DELETE
  @Path("{id}")
  public void end(@PathParam("customerId") String customerId, @PathParam("id") UUID id) {
    support.end(customer(customerId), id);
  }

  private static CustomerId customer(String text) {
    if (!CustomerId.isValid(text)) {
      throw new NotFound("customer");
    }
    return new CustomerId(text);
  }
}
