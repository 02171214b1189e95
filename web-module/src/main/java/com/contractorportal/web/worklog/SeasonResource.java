package com.contractorportal.web.worklog;

import com.contractorportal.apikey.Scope;
import com.contractorportal.web.ForKeys;
import com.contractorportal.web.Roles;
import com.contractorportal.worklog.SeasonOfWork;
import com.contractorportal.worklog.SeasonService;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /api/season} */
@Path("season")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.ADMIN, Roles.MANAGER, Roles.VIEWER})
@Tag(name = "winter-events")
public class SeasonResource {

  @Inject private SeasonService seasons;

  @GET
  @ForKeys(Scope.EVENTS_READ)
  @Operation(
      summary = "What was done in a season, event by event",
      description = "A season goes from 1 July to 30 June in the company's time zone.")
  public SeasonOfWork get(
      @QueryParam("year")
          @Parameter(description = "In whose July it begins; the present season if not given.")
          @Min(value = 2000, message = "A season begins between 2000 and 2999.")
          @Max(value = 2999, message = "A season begins between 2000 and 2999.")
          Integer year) {
    return seasons.of(Optional.ofNullable(year));
  }
}
