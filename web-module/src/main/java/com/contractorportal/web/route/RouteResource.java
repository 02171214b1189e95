package com.contractorportal.web.route;

import com.contractorportal.apikey.Scope;
import com.contractorportal.paging.Page;
import com.contractorportal.route.RouteDraft;
import com.contractorportal.route.RouteService;
import com.contractorportal.route.RouteSheet;
import com.contractorportal.route.RouteSummary;
import com.contractorportal.route.RouteView;
import com.contractorportal.route.StopMove;
import com.contractorportal.route.StopsDraft;
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

/** {@code /api/routes} */
@Path("routes")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.ADMIN, Roles.MANAGER})
@Tag(name = "routes")
public class RouteResource {

  @Inject private RouteService routes;

  @GET
  @ForKeys(Scope.ROUTES_READ)
  @RolesAllowed({Roles.ADMIN, Roles.MANAGER, Roles.CONTRACTOR, Roles.VIEWER})
  public Page<RouteSummary> list(@QueryParam("q") String text, @Valid @BeanParam PageParams page) {
    return routes.list(Optional.ofNullable(text), page.request());
  }

  @POST
  @ForKeys(Scope.ROUTES_WRITE)
  @APIResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = RouteView.class)))
  public Response create(
      @NotNull(message = "Send the route as JSON.") @Valid RouteDraft draft,
      @HeaderParam(IdempotencyKeys.HEADER) String key,
      @Context UriInfo uri) {
    RouteView created = routes.create(draft, IdempotencyKeys.of(key, "route.create", draft));
    return Versions.created(
        uri.getAbsolutePathBuilder().path(created.id().toString()).build(),
        created,
        created.version());
  }

  @GET
  @Path("{id}")
  @ForKeys(Scope.ROUTES_READ)
  @RolesAllowed({Roles.ADMIN, Roles.MANAGER, Roles.CONTRACTOR, Roles.VIEWER})
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = RouteView.class)))
  public Response get(@PathParam("id") UUID id) {
    RouteView route = routes.get(id);
    return Versions.ok(route, route.version());
  }

  @GET
  @Path("{id}/sheet")
  @RolesAllowed({Roles.ADMIN, Roles.MANAGER, Roles.VIEWER})
  public RouteSheet sheet(@PathParam("id") UUID id) {
    return routes.sheet(id);
  }

  @PUT
  @Path("{id}")
  @ForKeys(Scope.ROUTES_WRITE)
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = RouteView.class)))
  public Response update(
      @PathParam("id") UUID id,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
      @NotNull(message = "Send the route as JSON.") @Valid RouteDraft draft) {
    RouteView route = routes.update(id, Versions.expected(ifMatch), draft);
    return Versions.ok(route, route.version());
  }

  @DELETE
  @Path("{id}")
  @ForKeys(Scope.ROUTES_WRITE)
  public void delete(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
    routes.delete(id, Versions.expected(ifMatch));
  }

  @PUT
  @Path("{id}/stops")
  @ForKeys(Scope.ROUTES_WRITE)
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = RouteView.class)))
  public Response lead(
      @PathParam("id") UUID id,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
      @NotNull(message = "Send the stops as JSON.") @Valid StopsDraft draft) {
    RouteView route = routes.lead(id, Versions.expected(ifMatch), draft);
    return Versions.ok(route, route.version());
  }

  @POST
  @Path("{id}/stops/move")
  @ForKeys(Scope.ROUTES_WRITE)
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = RouteView.class)))
  public Response move(
      @PathParam("id") UUID id,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
      @NotNull(message = "Send the move as JSON.") @Valid StopMove move) {
    RouteView route = routes.move(id, Versions.expected(ifMatch), move);
    return Versions.ok(route, route.version());
  }
}
