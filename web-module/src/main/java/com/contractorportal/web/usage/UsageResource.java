package com.contractorportal.web.usage;

import com.contractorportal.usage.UsageService;
import com.contractorportal.usage.UsageView;
import com.contractorportal.web.Roles;
import com.contractorportal.web.customer.ManagedCustomer;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /api/platform/customers/{customerId}/usage} */
@Path("platform/customers/{customerId}/usage")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.SUPER_ADMIN)
@Tag(name = "platform")
public class UsageResource {

  @Inject private UsageService usage;

  @GET
  public UsageView get(@PathParam("customerId") String customerId) {
    return usage.of(ManagedCustomer.id(customerId));
  }
}
