package com.contractorportal.web.support;

import com.contractorportal.customer.SupportSetting;
import com.contractorportal.support.SupportService;
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

/** {@code /api/support-setting}: whether the vendor's support may enter the customer. */
@Path("support-setting")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.ADMIN)
@Tag(name = "support")
public class SupportSettingResource {

  @Inject private SupportService support;

  /** What it shall be. */
  public record SupportWish(
      @NotNull(message = "Say whether support may enter: true or false.") Boolean allowed) {}

  @GET
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = SupportSetting.class)))
  public Response get() {
    SupportSetting setting = support.setting();
    return Versions.ok(setting, setting.version());
  }

  @PUT
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = SupportSetting.class)))
  public Response update(
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
      @NotNull(message = "Send the setting as JSON.") @Valid SupportWish wish) {
    SupportSetting setting = support.allow(Versions.expected(ifMatch), wish.allowed());
    return Versions.ok(setting, setting.version());
  }
}
