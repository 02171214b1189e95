package com.contractorportal.web.property;

import com.contractorportal.paging.Page;
import com.contractorportal.property.PropertyService;
import com.contractorportal.property.PropertyView;
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

/** {@code /api/me/properties}: what the acting person serves. */
@Path("me/properties")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.ADMIN, Roles.MANAGER, Roles.CONTRACTOR})
@Tag(name = "properties")
public class MyPropertiesResource {

  @Inject private PropertyService properties;

  @GET
  public Page<PropertyView> list(
      @BeanParam PropertyParams filter, @Valid @BeanParam PageParams page) {
    return properties.mine(filter.filter(), page.request());
  }
}
