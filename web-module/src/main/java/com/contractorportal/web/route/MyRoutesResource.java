package com.contractorportal.web.route;

import com.contractorportal.paging.Page;
import com.contractorportal.route.RouteService;
import com.contractorportal.route.RouteView;
import com.contractorportal.web.PageParams;
import com.contractorportal.web.Roles;
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

/** {@code /api/me/routes}: what the acting person drives, whatever else they may see. */
@Path("me/routes")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.ADMIN, Roles.MANAGER, Roles.CONTRACTOR, Roles.VIEWER})
@Tag(name = "routes")
public class MyRoutesResource {

  @Inject private RouteService routes;

  @GET
  public Page<RouteView> list(@Valid @BeanParam PageParams page) {
    return routes.mine(page.request());
  }
}
