package com.contractorportal.web.apikey;

import com.contractorportal.apikey.ApiKeyService;
import com.contractorportal.apikey.ClientToken;
import com.contractorportal.apikey.TokenRefused;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * {@code /api/oauth/token}: the client-credentials grant of OAuth 2 (RFC 6749, section 4.4). Its
 * answers, the refusals too, are as the RFC writes them.
 */
@Path("oauth/token")
@RequestScoped
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Tag(name = "api-keys")
public class TokenResource {

  private static final String GRANT = "client_credentials";

  @Inject private ApiKeyService keys;

  /** The names are the RFC's. */
  public record Token(String access_token, String token_type, int expires_in, String scope) {

    @Override
    public String toString() {
      return "Token[" + scope + "]";
    }
  }

  /** The names are the RFC's. */
  public record Refusal(String error, String error_description) {}

  @POST
  @SecurityRequirements
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = Token.class)))
  @APIResponse(
      responseCode = "400",
      content = @Content(schema = @Schema(implementation = Refusal.class)))
  @APIResponse(
      responseCode = "401",
      content = @Content(schema = @Schema(implementation = Refusal.class)))
  public Response token(
      @FormParam("grant_type") String grant,
      @FormParam("client_id") String clientId,
      @FormParam("client_secret") String clientSecret,
      @FormParam("scope") String scope,
      @HeaderParam(HttpHeaders.AUTHORIZATION) @Parameter(hidden = true) String authorization) {
    try {
      if (!GRANT.equals(grant)) {
        throw TokenRefused.unsupportedGrant();
      }
      ClientCredentials client = ClientCredentials.of(authorization, clientId, clientSecret);
      ClientToken token =
          keys.exchange(
              client.id(), client.secret(), Optional.ofNullable(scope).filter(s -> !s.isBlank()));
      return unkept(Response.ok(new Token(token.token(), "Bearer", token.seconds(), token.scope())))
          .build();
    } catch (TokenRefused refused) {
      return refusal(refused);
    }
  }

  private static Response refusal(TokenRefused refused) {
    boolean unknown = refused.error().equals("invalid_client");
    Response.ResponseBuilder answer =
        Response.status(unknown ? Status.UNAUTHORIZED : Status.BAD_REQUEST)
            .entity(new Refusal(refused.error(), refused.getMessage()));
    if (unknown) {
      answer.header(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"contractor-portal\"");
    }
    return unkept(answer).build();
  }

  private static Response.ResponseBuilder unkept(Response.ResponseBuilder answer) {
    return answer.header(HttpHeaders.CACHE_CONTROL, "no-store").header("Pragma", "no-cache");
  }
}
