package com.contractorportal.web.member;

import com.contractorportal.member.JoinService;
import com.contractorportal.web.RequestIdFilter;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /api/invitations}: for whoever holds a link; nobody is signed in. */
@Path("invitations")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@PermitAll
@Tag(name = "invitations")
public class InvitationResource {

  @Inject private JoinService joins;
  @Context private HttpServletRequest request;

  @GET
  @Path("{token}")
  @PermitAll
  @SecurityRequirements
  public JoinService.Invited get(@PathParam("token") String token) {
    return joins.find(token);
  }

  @POST
  @Path("{token}/accept")
  @PermitAll
  @SecurityRequirements
  public JoinService.Joined accept(
      @PathParam("token") String token,
      @NotNull(message = "Send an object as JSON.") @Valid Acceptance acceptance) {
    return joins.accept(
        token,
        Optional.ofNullable(acceptance.password()),
        Optional.ofNullable(acceptance.displayName()),
        RequestIdFilter.of(request));
  }
}
