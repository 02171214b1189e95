package com.contractorportal.web.property;

import com.contractorportal.apikey.Scope;
import com.contractorportal.paging.Page;
import com.contractorportal.property.PropertyDraft;
import com.contractorportal.property.PropertyService;
import com.contractorportal.property.PropertyView;
import com.contractorportal.web.ForKeys;
import com.contractorportal.web.IdempotencyKeys;
import com.contractorportal.web.PageParams;
import com.contractorportal.web.Roles;
import com.contractorportal.web.Versions;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /api/properties} */
@Path("properties")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.ADMIN, Roles.MANAGER})
@Tag(name = "properties")
public class PropertyResource {

  @Inject private PropertyService properties;

  @GET
  @ForKeys(Scope.PROPERTIES_READ)
  @RolesAllowed({Roles.ADMIN, Roles.MANAGER, Roles.CONTRACTOR, Roles.VIEWER})
  public Page<PropertyView> list(
      @BeanParam PropertyParams filter, @Valid @BeanParam PageParams page) {
    return properties.list(filter.filter(), page.request());
  }

  @POST
  @ForKeys(Scope.PROPERTIES_WRITE)
  @APIResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = PropertyView.class)))
  public Response create(
      @NotNull(message = "Send the property as JSON.") @Valid PropertyDraft draft,
      @HeaderParam(IdempotencyKeys.HEADER) String key,
      @Context UriInfo uri) {
    PropertyView created =
        properties.create(draft, IdempotencyKeys.of(key, "property.create", draft));
    return Versions.created(
        uri.getAbsolutePathBuilder().path(created.id().toString()).build(),
        created,
        created.version());
  }

  @GET
  @Path("{id}")
  @ForKeys(Scope.PROPERTIES_READ)
  @RolesAllowed({Roles.ADMIN, Roles.MANAGER, Roles.CONTRACTOR, Roles.VIEWER})
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = PropertyView.class)))
  public Response get(@PathParam("id") UUID id) {
    PropertyView property = properties.get(id);
    return Versions.ok(property, property.version());
  }

  @PUT
  @Path("{id}")
  @ForKeys(Scope.PROPERTIES_WRITE)
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = PropertyView.class)))
  public Response update(
      @PathParam("id") UUID id,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
      @NotNull(message = "Send the property as JSON.") @Valid PropertyDraft draft) {
    PropertyView property = properties.update(id, Versions.expected(ifMatch), draft);
    return Versions.ok(property, property.version());
  }

  @DELETE
  @Path("{id}")
  @ForKeys(Scope.PROPERTIES_WRITE)
  @APIResponse(
      responseCode = "200",
      description = "It was worked at, and is archived instead.",
      content = @Content(schema = @Schema(implementation = PropertyView.class)))
  @APIResponse(responseCode = "204", description = "It is deleted, and can be restored.")
  public Response delete(
      @PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
    return properties
        .delete(id, Versions.expected(ifMatch))
        .map(archived -> Versions.ok(archived, archived.version()))
        .orElseGet(() -> Response.noContent().build());
  }

  @POST
  @Path("{id}/restore")
  @ForKeys(Scope.PROPERTIES_WRITE)
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = PropertyView.class)))
  public Response restore(@PathParam("id") UUID id) {
    PropertyView property = properties.restore(id);
    return Versions.ok(property, property.version());
  }
}
