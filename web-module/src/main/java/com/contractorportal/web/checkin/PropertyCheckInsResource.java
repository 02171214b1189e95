package com.contractorportal.web.checkin;

import com.contractorportal.checkin.CheckInService;
import com.contractorportal.checkin.CheckInView;
import com.contractorportal.paging.Page;
import com.contractorportal.web.PageParams;
import com.contractorportal.web.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * {@code /api/properties/{id}/check-ins}: who came to a property and left it, for whatever event.
 */
@Path("properties/{id}/check-ins")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.ADMIN, Roles.MANAGER, Roles.VIEWER})
@Tag(name = "check-ins")
public class PropertyCheckInsResource {

  @Inject private CheckInService checkIns;

  @GET
  public Page<CheckInView> list(
      @PathParam("id") UUID propertyId, @Valid @BeanParam PageParams page) {
    return checkIns.at(propertyId, page.request("-capturedAt"));
  }
}
