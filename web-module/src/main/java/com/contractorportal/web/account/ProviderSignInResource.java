package com.contractorportal.web.account;

import com.contractorportal.account.ProviderSignInService;
import com.contractorportal.account.ProviderSignInService.Arrival;
import com.contractorportal.account.ProviderSignInService.Departure;
import com.contractorportal.account.SignIn;
import com.contractorportal.rule.RuleViolation;
import com.contractorportal.tenancy.CustomerId;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * {@code /api/auth/oidc}: signing in by the OpenID Connect provider. It begins and ends with calls
 * of the sign-in page; only the way back from the provider is an address that browsers go to.
 */
@Path("auth/oidc")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@PermitAll
@Tag(name = "auth")
public class ProviderSignInResource {

  @Inject private ProviderSignInService signIns;
  @Inject private ProviderCookies cookies;
  @Inject private RefreshCookie refreshCookie;
  @Context private HttpServletRequest request;
  @Context private UriInfo asked;

  @CookieParam(ProviderCookies.PENDING)
  @Parameter(hidden = true)
  private String pending;

  @CookieParam(ProviderCookies.ARRIVED)
  @Parameter(hidden = true)
  private String arrived;

  @POST
  @Path("start")
  @PermitAll
  @SecurityRequirements
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = ProviderAddress.class)))
  public Response start(@Valid ProviderStart start) {
    Departure departure =
        signIns.begin(Optional.ofNullable(start).flatMap(sent -> Optional.ofNullable(sent.next())));
    return Response.ok(new ProviderAddress(departure.address().toString()))
        .cookie(cookies.pending(departure.pending()))
        .build();
  }

  @GET
  @Path("callback")
  @PermitAll
  @SecurityRequirements
  @Produces(MediaType.WILDCARD)
  @APIResponse(
      responseCode = "303",
      description = "To the sign-in page, which goes on, or says what is wrong.")
  public Response callback() {
    UriBuilder page = UriBuilder.fromPath("/login");
    try {
      Arrival arrival =
          signIns.arrive(
              Optional.ofNullable(pending), asked.getQueryParameters(), AskingClient.of(request));
      page.queryParam("by", "provider");
      arrival.next().ifPresent(next -> page.queryParam("next", "{next}"));
      return back(page.build(arrival.next().orElse("")))
          .cookie(cookies.arrived(arrival.token()))
          .build();
    } catch (RuleViolation rule) {
      return back(page.queryParam("problem", rule.name()).build()).build();
    }
  }

  private Response.ResponseBuilder back(URI page) {
    return Response.seeOther(page).cookie(cookies.noLongerPending());
  }

  @POST
  @Path("session")
  @PermitAll
  @SecurityRequirements
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = SignIn.class)))
  public Response open(CustomerChoice wanted) {
    Optional<CustomerId> customer =
        Optional.ofNullable(wanted).flatMap(choice -> CustomerChoice.of(choice.customerId()));
    return refreshCookie.grant(
        signIns.signIn(Optional.ofNullable(arrived), customer, AskingClient.of(request)));
  }
}
