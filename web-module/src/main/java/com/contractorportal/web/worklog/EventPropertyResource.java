package com.contractorportal.web.worklog;

import com.contractorportal.apikey.Scope;
import com.contractorportal.paging.Page;
import com.contractorportal.web.ForKeys;
import com.contractorportal.web.PageParams;
import com.contractorportal.web.Roles;
import com.contractorportal.worklog.EventProperty;
import com.contractorportal.worklog.EventPropertyFilter;
import com.contractorportal.worklog.EventPropertyService;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /api/winter-events/{id}/properties} */
@Path("winter-events/{id}/properties")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.ADMIN, Roles.MANAGER, Roles.VIEWER})
@Tag(name = "winter-events")
public class EventPropertyResource {

  @Inject private EventPropertyService properties;

  @GET
  @ForKeys(Scope.EVENTS_READ)
  @Operation(
      summary = "The properties of an event, each with how far the work there is",
      description =
          "Those in service, and those where work was logged for the event. PROBLEM: a log was"
              + " rejected, and nobody has put it right; else OPEN: work is under way; else DONE:"
              + " work is completed or approved; else UNTOUCHED.")
  public Page<EventProperty> list(
      @PathParam("id") UUID id,
      @QueryParam("route") @Parameter(description = "The stops of this route.") UUID route,
      @QueryParam("member")
          @Parameter(description = "Those that this member serves, or logged work at.")
          UUID member,
      @QueryParam("state") @Parameter(description = "Those that stand so.")
          EventProperty.State state,
      @Valid @BeanParam PageParams page) {
    return properties.list(
        id,
        new EventPropertyFilter(
            Optional.ofNullable(route), Optional.ofNullable(member), Optional.ofNullable(state)),
        page.request());
  }
}
