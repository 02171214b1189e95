package com.contractorportal.web.assignment;

import com.contractorportal.apikey.Scope;
import com.contractorportal.assignment.AssignmentService;
import com.contractorportal.assignment.PropertyContractors;
import com.contractorportal.paging.Page;
import com.contractorportal.web.ForKeys;
import com.contractorportal.web.PageParams;
import com.contractorportal.web.Roles;
import com.contractorportal.web.property.PropertyParams;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /api/properties/board}: properties with those who serve them. */
@Path("properties/board")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.ADMIN, Roles.MANAGER, Roles.VIEWER})
@Tag(name = "assignments")
public class BoardResource {

  @Inject private AssignmentService assignments;

  @GET
  @ForKeys(Scope.PROPERTIES_READ)
  public Page<PropertyContractors> board(
      @BeanParam PropertyParams filter, @Valid @BeanParam PageParams page) {
    return assignments.board(filter.filter(), page.request());
  }
}
