package com.contractorportal.web.winterevent;

import com.contractorportal.apikey.Scope;
import com.contractorportal.paging.Page;
import com.contractorportal.web.ForKeys;
import com.contractorportal.web.IdempotencyKeys;
import com.contractorportal.web.PageParams;
import com.contractorportal.web.Roles;
import com.contractorportal.web.Versions;
import com.contractorportal.winterevent.EventActivation;
import com.contractorportal.winterevent.EventKind;
import com.contractorportal.winterevent.EventStatus;
import com.contractorportal.winterevent.WinterEventDraft;
import com.contractorportal.winterevent.WinterEventFilter;
import com.contractorportal.winterevent.WinterEventService;
import com.contractorportal.winterevent.WinterEventView;
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

/** {@code /api/winter-events} */
@Path("winter-events")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.ADMIN, Roles.MANAGER})
@Tag(name = "winter-events")
public class WinterEventResource {

  @Inject private WinterEventService events;

  @GET
  @ForKeys(Scope.EVENTS_READ)
  @RolesAllowed({Roles.ADMIN, Roles.MANAGER, Roles.CONTRACTOR, Roles.VIEWER})
  public Page<WinterEventView> list(
      @QueryParam("q") String text,
      @QueryParam("status") EventStatus status,
      @QueryParam("kind") EventKind kind,
      @Valid @BeanParam PageParams page) {
    return events.list(
        new WinterEventFilter(
            Optional.ofNullable(text), Optional.ofNullable(status), Optional.ofNullable(kind)),
        page.request());
  }

  @POST
  @ForKeys(Scope.EVENTS_WRITE)
  @APIResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = WinterEventView.class)))
  public Response create(
      @NotNull(message = "Send the event as JSON.") @Valid WinterEventDraft draft,
      @HeaderParam(IdempotencyKeys.HEADER) String key,
      @Context UriInfo uri) {
    WinterEventView created =
        events.create(draft, IdempotencyKeys.of(key, "winter-event.create", draft));
    return Versions.created(
        uri.getAbsolutePathBuilder().path(created.id().toString()).build(),
        created,
        created.version());
  }

  @GET
  @Path("{id}")
  @ForKeys(Scope.EVENTS_READ)
  @RolesAllowed({Roles.ADMIN, Roles.MANAGER, Roles.CONTRACTOR, Roles.VIEWER})
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = WinterEventView.class)))
  public Response get(@PathParam("id") UUID id) {
    WinterEventView event = events.get(id);
    return Versions.ok(event, event.version());
  }

  @PUT
  @Path("{id}")
  @ForKeys(Scope.EVENTS_WRITE)
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = WinterEventView.class)))
  public Response update(
      @PathParam("id") UUID id,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
      @NotNull(message = "Send the event as JSON.") @Valid WinterEventDraft draft) {
    WinterEventView event = events.update(id, Versions.expected(ifMatch), draft);
    return Versions.ok(event, event.version());
  }

  @DELETE
  @Path("{id}")
  @ForKeys(Scope.EVENTS_WRITE)
  public void delete(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
    events.delete(id, Versions.expected(ifMatch));
  }

  @POST
  @Path("{id}/activate")
  @ForKeys(Scope.EVENTS_WRITE)
  @Consumes(MediaType.WILDCARD)
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = WinterEventView.class)))
  public Response activate(
      @PathParam("id") UUID id,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
      @Valid EventActivation how) {
    WinterEventView event =
        events.activate(
            id, Versions.expected(ifMatch), Optional.ofNullable(how).orElse(EventActivation.PLAIN));
    return Versions.ok(event, event.version());
  }

  @POST
  @Path("{id}/close")
  @ForKeys(Scope.EVENTS_WRITE)
  @Consumes(MediaType.WILDCARD)
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = WinterEventView.class)))
  public Response close(
      @PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
    WinterEventView event = events.close(id, Versions.expected(ifMatch));
    return Versions.ok(event, event.version());
  }

  @POST
  @Path("{id}/cancel")
  @ForKeys(Scope.EVENTS_WRITE)
  @Consumes(MediaType.WILDCARD)
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = WinterEventView.class)))
  public Response cancel(
      @PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
    WinterEventView event = events.cancel(id, Versions.expected(ifMatch));
    return Versions.ok(event, event.version());
  }
}
