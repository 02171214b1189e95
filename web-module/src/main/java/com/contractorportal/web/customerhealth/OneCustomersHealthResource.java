package com.contractorportal.web.customerhealth;

import com.contractorportal.customerhealth.CustomerHealth;
import com.contractorportal.customerhealth.CustomerHealthService;
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

/** {@code /api/platform/customers/{customerId}/health} */
@Path("platform/customers/{customerId}/health")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.SUPER_ADMIN)
@Tag(name = "platform")
public class OneCustomersHealthResource {

  @Inject private CustomerHealthService health;

  @GET
  public CustomerHealth get(@PathParam("customerId") String customerId) {
    return health.get(ManagedCustomer.id(customerId));
  }
}
