package com.contractorportal.web.customerhealth;

import com.contractorportal.customer.CustomerFilter;
import com.contractorportal.customer.CustomerStatus;
import com.contractorportal.customerhealth.CustomerHealth;
import com.contractorportal.customerhealth.CustomerHealthService;
import com.contractorportal.paging.Page;
import com.contractorportal.web.PageParams;
import com.contractorportal.web.Roles;
import com.contractorportal.web.customer.CustomerResource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /api/platform/customers/health}: of all, a page at a time. */
@Path("platform/customers/health")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.SUPER_ADMIN)
@Tag(name = "platform")
public class CustomerHealthResource {

  @Inject private CustomerHealthService health;

  @GET
  public Page<CustomerHealth> list(
      @QueryParam("q") String text,
      @QueryParam("status") CustomerStatus status,
      @QueryParam("plan")
          @Pattern(regexp = CustomerResource.PLAN, message = CustomerResource.NOT_A_PLAN)
          String plan,
      @Valid @BeanParam PageParams page) {
    return health.list(
        new CustomerFilter(
            Optional.ofNullable(text), Optional.ofNullable(status), Optional.ofNullable(plan)),
        page.request());
  }
}
