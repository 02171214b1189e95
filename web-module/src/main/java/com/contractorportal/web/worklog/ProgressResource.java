package com.contractorportal.web.worklog;

import com.contractorportal.apikey.Scope;
import com.contractorportal.web.ForKeys;
import com.contractorportal.web.Roles;
import com.contractorportal.worklog.EventProgress;
import com.contractorportal.worklog.ProgressService;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /api/winter-events/{id}/progress} */
@Path("winter-events/{id}/progress")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.ADMIN, Roles.MANAGER, Roles.VIEWER})
@Tag(name = "winter-events")
public class ProgressResource {

  @Inject private ProgressService progress;

  @GET
  @ForKeys(Scope.EVENTS_READ)
  public EventProgress get(@PathParam("id") UUID id) {
    return progress.of(id);
  }
}
