package com.contractorportal.web.leaving;

import com.contractorportal.leaving.BundleImportRequest;
import com.contractorportal.leaving.BundleImportService;
import com.contractorportal.leaving.ImportedBundle;
import com.contractorportal.web.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /api/platform/data-imports}: a bundle becomes a new customer. */
@Path("platform/data-imports")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.SUPER_ADMIN)
@Tag(name = "platform")
public class BundleImportResource {

  @Inject private BundleImportService imports;

  @POST
  @APIResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = ImportedBundle.class)))
  public Response take(
      @NotNull(message = "Name the bundle as JSON.") @Valid BundleImportRequest request,
      @Context UriInfo uri) {
    ImportedBundle taken = imports.take(request);
    return Response.created(
            uri.getBaseUriBuilder().path("platform/customers").path(taken.customerId()).build())
        .entity(taken)
        .build();
  }
}
