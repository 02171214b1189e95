package com.contractorportal.web.account;

import com.contractorportal.account.Enrolment;
import com.contractorportal.account.RecoveryCodes;
import com.contractorportal.account.SecondFactorService;
import com.contractorportal.account.SecondFactorView;
import com.contractorportal.account.SignIn;
import com.contractorportal.account.SignInService;
import com.contractorportal.web.NotForSupport;
import com.contractorportal.web.Roles;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /api/auth/second-factor} */
@Path("auth/second-factor")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.ADMIN, Roles.MANAGER, Roles.CONTRACTOR, Roles.VIEWER, Roles.SUPER_ADMIN})
@Tag(name = "auth")
public class SecondFactorResource {

  @Inject private SecondFactorService factors;
  @Inject private SignInService signIns;
  @Inject private RefreshCookie cookie;
  @Inject private JsonWebToken token;
  @Context private HttpServletRequest request;

  @POST
  @PermitAll
  @SecurityRequirements
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = SignIn.class)))
  public Response signIn(
      @NotNull(message = "Send challenge and code as JSON.") @Valid ShownFactor shown) {
    return cookie.grant(
        signIns.signIn(
            shown.challenge(),
            Optional.ofNullable(shown.code()),
            CustomerChoice.of(shown.customerId()),
            AskingClient.of(request)));
  }

  @GET
  @BeforeSecondFactor
  @NotForSupport
  public SecondFactorView get() {
    return factors.get(account());
  }

  @POST
  @Path("enrolment")
  @NotForSupport
  @BeforeSecondFactor
  public Enrolment enrol(
      @NotNull(message = "Send your password as JSON.") @Valid OwnPassword proof) {
    return factors.enrol(account(), proof.password(), AskingClient.of(request));
  }

  @POST
  @Path("confirmation")
  @NotForSupport
  @BeforeSecondFactor
  public RecoveryCodes confirm(
      @NotNull(message = "Send the code as JSON.") @Valid OneTimeCode code) {
    UUID session = AccessClaims.of(token).sessionId();
    return factors.confirm(account(), session, code.code(), AskingClient.of(request));
  }

  @POST
  @Path("recovery-codes")
  @NotForSupport
  public RecoveryCodes renewCodes(
      @NotNull(message = "Send password and code as JSON.") @Valid BothFactors proof) {
    return factors.renewCodes(account(), proof.password(), proof.code(), AskingClient.of(request));
  }

  @POST
  @Path("removal")
  @NotForSupport
  public void remove(
      @NotNull(message = "Send password and code as JSON.") @Valid BothFactors proof) {
    factors.remove(account(), proof.password(), proof.code(), AskingClient.of(request));
  }

  private UUID account() {
    return AccessClaims.of(token).accountId();
  }
}
