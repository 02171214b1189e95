package com.contractorportal.web.usage;

import com.contractorportal.usage.UsageService;
import com.contractorportal.usage.UsageView;
import com.contractorportal.web.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /api/customer/usage}: of the token's customer. */
@Path("customer/usage")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.ADMIN, Roles.MANAGER})
@Tag(name = "customer")
public class OwnUsageResource {

  @Inject private UsageService usage;

  @GET
  public UsageView get() {
    return usage.own();
  }
}
