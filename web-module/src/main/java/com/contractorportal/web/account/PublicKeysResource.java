package com.contractorportal.web.account;

import com.contractorportal.account.SigningKeys;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /api/.well-known/jwks.json}: the keys by which access tokens are verified. */
@Path(".well-known/jwks.json")
@RequestScoped
@PermitAll
@Tag(name = "auth")
public class PublicKeysResource {

  @Inject private SigningKeys keys;

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @SecurityRequirements
  @APIResponse(
      responseCode = "200",
      description = "A JWK set (RFC 7517).",
      content = @Content(schema = @Schema(implementation = Object.class)))
  public String publicKeys() {
    return keys.publicKeys();
  }
}
