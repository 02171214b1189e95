package com.contractorportal.web.checkin;

import com.contractorportal.apikey.Scope;
import com.contractorportal.checkin.CheckInDraft;
import com.contractorportal.checkin.CheckInFilter;
import com.contractorportal.checkin.CheckInService;
import com.contractorportal.checkin.CheckInView;
import com.contractorportal.paging.Page;
import com.contractorportal.web.ForKeys;
import com.contractorportal.web.IdempotencyKeys;
import com.contractorportal.web.PageParams;
import com.contractorportal.web.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /api/winter-events/{id}/check-ins} */
@Path("winter-events/{id}/check-ins")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.ADMIN, Roles.MANAGER, Roles.CONTRACTOR})
@Tag(name = "check-ins")
public class CheckInResource {

  private static final String LATEST_FIRST = "-capturedAt";

  @Inject private CheckInService checkIns;

  @GET
  @ForKeys(Scope.WORK_READ)
  @RolesAllowed({Roles.ADMIN, Roles.MANAGER, Roles.CONTRACTOR, Roles.VIEWER})
  public Page<CheckInView> list(
      @PathParam("id") UUID eventId,
      @QueryParam("member") UUID member,
      @QueryParam("property") UUID property,
      @Valid @BeanParam PageParams page) {
    return checkIns.list(
        eventId,
        new CheckInFilter(Optional.ofNullable(member), Optional.ofNullable(property)),
        page.request(LATEST_FIRST));
  }

  /** A check-in is part of its event's list and has no address of its own. */
  @POST
  @ForKeys(Scope.WORK_WRITE)
  @APIResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = CheckInView.class)))
  public Response create(
      @PathParam("id") UUID eventId,
      @NotNull(message = "Send the check-in as JSON.") @Valid CheckInDraft draft,
      @HeaderParam(IdempotencyKeys.HEADER) String key) {
    CheckInView created =
        checkIns.create(
            eventId, draft, IdempotencyKeys.of(key, "check-in.create " + eventId, draft));
    return Response.status(Response.Status.CREATED).entity(created).build();
  }
}
