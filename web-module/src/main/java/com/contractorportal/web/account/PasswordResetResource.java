package com.contractorportal.web.account;

import com.contractorportal.account.PasswordResetService;
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
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /api/auth/password-resets}: for who forgot the password; nobody is signed in. */
@Path("auth/password-resets")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@PermitAll
@Tag(name = "auth")
public class PasswordResetResource {

  @Inject private PasswordResetService resets;
  @Context private HttpServletRequest request;

  @POST
  @PermitAll
  @SecurityRequirements
  @APIResponse(
      responseCode = "202",
      description = "If the address has an account that may be opened so, it gets a link.")
  public Response ask(
      @NotNull(message = "Send the e-mail address as JSON.") @Valid ForgottenPassword forgotten) {
    resets.ask(forgotten.email(), AskingClient.of(request));
    return Response.accepted().build();
  }

  @GET
  @Path("{token}")
  @PermitAll
  @SecurityRequirements
  public PasswordResetService.ResetLink get(@PathParam("token") String token) {
    return resets.find(token);
  }

  @POST
  @Path("{token}")
  @PermitAll
  @SecurityRequirements
  public void reset(
      @PathParam("token") String token,
      @NotNull(message = "Send the new password as JSON.") @Valid NewPassword chosen) {
    resets.reset(token, chosen.password(), AskingClient.of(request));
  }
}
