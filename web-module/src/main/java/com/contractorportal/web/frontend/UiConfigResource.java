package com.contractorportal.web.frontend;

import com.contractorportal.account.ProviderSignInService;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /api/ui-config}: what the frontend needs to know of its deployment. */
@Path("ui-config")
@RequestScoped
@PermitAll
@Tag(name = "frontend")
public class UiConfigResource {

  @Inject
  @ConfigProperty(name = "portal.map.tile.url")
  private Optional<String> tileUrl;

  @Inject
  @ConfigProperty(name = "portal.map.tile.attribution")
  private Optional<String> tileAttribution;

  @Inject private ProviderSignInService signIns;

  /**
   * @param signInProvider what people call the provider by which they can sign in, if there is one
   * @param tileUrl pattern of the map's tiles; without one the map's ground stays plain
   * @param tileAttribution whom the tiles' provider wants named
   */
  public record UiConfig(
      Optional<String> signInProvider,
      Optional<String> tileUrl,
      Optional<String> tileAttribution) {}

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @SecurityRequirements
  public UiConfig uiConfig() {
    return new UiConfig(signIns.providerName(), tileUrl, tileAttribution);
  }
}
