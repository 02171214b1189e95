package com.contractorportal.web;

import jakarta.annotation.security.DeclareRoles;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;
import org.eclipse.microprofile.auth.LoginConfig;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;

/** The API. It has scope because without one Payara finds no {@code JsonWebToken} to inject. */
@ApplicationScoped
@ApplicationPath("api")
@LoginConfig(authMethod = "MP-JWT")
@DeclareRoles({Roles.ADMIN, Roles.MANAGER, Roles.CONTRACTOR, Roles.VIEWER, Roles.SUPER_ADMIN})
@OpenAPIDefinition(
    info =
        @Info(
            title = "Contractor Portal",
            version = "1",
            description =
                "Multi-tenant portal for snow and ice contractors. Problem details are told in English or"
                    + " French, as Accept-Language asks."),
    security = @SecurityRequirement(name = "token"))
@SecurityScheme(
    securitySchemeName = "token",
    type = SecuritySchemeType.HTTP,
    scheme = "bearer",
    bearerFormat = "JWT",
    description = "The accessToken of POST /api/auth/login.")
public class PortalApplication extends Application {

  /** Jersey would make the paths of {@link LocationIsPath} whole again. */
  @Override
  public Map<String, Object> getProperties() {
    return Map.of("jersey.config.server.headers.location.relative.resolution.disabled", true);
  }
}
