package com.contractorportal.web.propertylist;

import com.contractorportal.apikey.Scope;
import com.contractorportal.paging.Page;
import com.contractorportal.propertylist.PropertyListDraft;
import com.contractorportal.propertylist.PropertyListService;
import com.contractorportal.propertylist.PropertyListSummary;
import com.contractorportal.propertylist.PropertyListView;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /api/property-lists} */
@Path("property-lists")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.ADMIN, Roles.MANAGER})
@Tag(name = "property-lists")
public class PropertyListResource {

  @Inject private PropertyListService lists;

  @GET
  @ForKeys(Scope.PROPERTIES_READ)
  @RolesAllowed({Roles.ADMIN, Roles.MANAGER, Roles.VIEWER})
  public Page<PropertyListSummary> list(
      @QueryParam("q") String text, @Valid @BeanParam PageParams page) {
    return lists.list(Optional.ofNullable(text), page.request());
  }

  @POST
  @ForKeys(Scope.PROPERTIES_WRITE)
  @APIResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = PropertyListView.class)))
  public Response create(
      @NotNull(message = "Send the list as JSON.") @Valid PropertyListDraft draft,
      @HeaderParam(IdempotencyKeys.HEADER) String key,
      @Context UriInfo uri) {
    PropertyListView created =
        lists.create(draft, IdempotencyKeys.of(key, "property-list.create", draft));
    return Versions.created(
        uri.getAbsolutePathBuilder().path(created.id().toString()).build(),
        created,
        created.version());
  }

  @GET
  @Path("{id}")
  @ForKeys(Scope.PROPERTIES_READ)
  @RolesAllowed({Roles.ADMIN, Roles.MANAGER, Roles.VIEWER})
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = PropertyListView.class)))
  public Response get(@PathParam("id") UUID id) {
    PropertyListView list = lists.get(id);
    return Versions.ok(list, list.version());
  }

  @PUT
  @Path("{id}")
  @ForKeys(Scope.PROPERTIES_WRITE)
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = PropertyListView.class)))
  public Response update(
      @PathParam("id") UUID id,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
      @NotNull(message = "Send the list as JSON.") @Valid PropertyListDraft draft) {
    PropertyListView list = lists.update(id, Versions.expected(ifMatch), draft);
    return Versions.ok(list, list.version());
  }

  @DELETE
  @Path("{id}")
  @ForKeys(Scope.PROPERTIES_WRITE)
  public void delete(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
    lists.delete(id, Versions.expected(ifMatch));
  }
}
