package com.contractorportal.web.account;

import com.contractorportal.account.Client;
import com.contractorportal.account.Me;
import com.contractorportal.account.SessionList;
import com.contractorportal.account.SignIn;
import com.contractorportal.account.SignInService;
import com.contractorportal.rule.InvalidField;
import com.contractorportal.support.SupportService;
import com.contractorportal.tenancy.CustomerId;
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
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /api/auth} */
@Path("auth")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.ADMIN, Roles.MANAGER, Roles.CONTRACTOR, Roles.VIEWER, Roles.SUPER_ADMIN})
@Tag(name = "auth")
public class AuthResource {

  @Inject private SignInService signIns;
  @Inject private SupportService support;
  @Inject private RefreshCookie cookie;
  @Inject private JsonWebToken token;
  @Context private HttpServletRequest request;
  @Context private SecurityContext security;

  @CookieParam(RefreshCookie.NAME)
  @Parameter(hidden = true)
  private String refreshToken;

  @POST
  @Path("login")
  @PermitAll
  @SecurityRequirements
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = SignIn.class)))
  public Response login(
      @NotNull(message = "Send e-mail address and password as JSON.") @Valid
          Credentials credentials) {
    return cookie.grant(
        signIns.signIn(
            credentials.email(),
            credentials.password(),
            CustomerChoice.of(credentials.customerId()),
            client()));
  }

  @POST
  @Path("refresh")
  @PermitAll
  @SecurityRequirements
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = SignIn.class)))
  public Response refresh(CustomerChoice expected) {
    Optional<CustomerId> customer =
        Optional.ofNullable(expected).flatMap(choice -> CustomerChoice.of(choice.customerId()));
    return cookie.grant(signIns.refresh(Optional.ofNullable(refreshToken), customer, client()));
  }

  @POST
  @Path("logout")
  @PermitAll
  @SecurityRequirements
  @Consumes(MediaType.WILDCARD)
  @APIResponse(responseCode = "204")
  public Response logout() {
    Optional<UUID> session =
        security.getUserPrincipal() instanceof JsonWebToken sent
            ? Optional.of(AccessClaims.of(sent))
                .filter(claims -> claims.bearer() == AccessClaims.Bearer.PERSON)
                .map(AccessClaims::sessionId)
            : Optional.empty();
    signIns.signOut(Optional.ofNullable(refreshToken), session, client());
    return cookie.withdraw();
  }

  @POST
  @Path("switch")
  @NotForSupport
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = SignIn.class)))
  public Response switchTo(
      @NotNull(message = "Send the company's id as JSON.") CustomerChoice choice) {
    CustomerId customer =
        CustomerChoice.of(choice.customerId())
            .orElseThrow(() -> new InvalidField("customerId", "Name the company to switch to."));
    return cookie.grant(
        signIns.switchTo(
            Optional.ofNullable(refreshToken),
            AccessClaims.of(token).sessionId(),
            customer,
            client()));
  }

  @GET
  @Path("me")
  @BeforeSecondFactor
  public Me me() {
    AccessClaims claims = AccessClaims.of(token);
    if (claims.bearer() == AccessClaims.Bearer.SUPPORT) {
      return support.me();
    }
    return signIns.me(claims.accountId(), claims.customer());
  }

  @POST
  @Path("password")
  @NotForSupport
  public void changePassword(
      @NotNull(message = "Send the current and the new password as JSON.") @Valid
          PasswordChange change) {
    AccessClaims claims = AccessClaims.of(token);
    signIns.changePassword(
        claims.accountId(),
        claims.sessionId(),
        change.currentPassword(),
        change.newPassword(),
        client());
  }

  @GET
  @Path("sessions")
  @NotForSupport
  public SessionList sessions() {
    AccessClaims claims = AccessClaims.of(token);
    return signIns.sessions(claims.accountId(), claims.sessionId());
  }

  @DELETE
  @Path("sessions/{id}")
  @NotForSupport
  @Consumes(MediaType.WILDCARD)
  public void endSession(@PathParam("id") UUID id) {
    signIns.endSession(AccessClaims.of(token).accountId(), id, client());
  }

  private Client client() {
    return AskingClient.of(request);
  }
}
