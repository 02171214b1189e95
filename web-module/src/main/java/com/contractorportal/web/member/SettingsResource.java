package com.contractorportal.web.member;

import com.contractorportal.member.SettingsDraft;
import com.contractorportal.member.SettingsService;
import com.contractorportal.member.SettingsView;
import com.contractorportal.web.NotForSupport;
import com.contractorportal.web.Roles;
import com.contractorportal.web.Versions;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /api/settings}: the acting member's own. */
@Path("settings")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.ADMIN, Roles.MANAGER, Roles.CONTRACTOR, Roles.VIEWER})
@Tag(name = "settings")
public class SettingsResource {

  @Inject private SettingsService settings;

  @GET
  @NotForSupport
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = SettingsView.class)))
  public Response get() {
    SettingsView own = settings.get();
    return Versions.ok(own, own.version());
  }

  @PUT
  @NotForSupport
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = SettingsView.class)))
  public Response update(
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
      @NotNull(message = "Send the settings as JSON.") @Valid SettingsDraft draft) {
    SettingsView own = settings.update(Versions.expected(ifMatch), draft);
    return Versions.ok(own, own.version());
  }
}
