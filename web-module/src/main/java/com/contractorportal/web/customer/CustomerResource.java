package com.contractorportal.web.customer;

import com.contractorportal.customer.CustomerService;
import com.contractorportal.customer.CustomerStatus;
import com.contractorportal.customer.CustomerView;
import com.contractorportal.paging.Page;
import com.contractorportal.rule.NotFound;
import com.contractorportal.tenancy.CustomerId;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /api/platform/customers} */
@Path("platform/customers")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.SUPER_ADMIN)
@Tag(name = "platform")
public class CustomerResource {

  @Inject private CustomerService customers;

  @GET
  public Page<CustomerView> list(
      @QueryParam("q") String text,
      @QueryParam("status") CustomerStatus status,
      @Valid @BeanParam PageParams page) {
    return customers.list(Optional.ofNullable(text), Optional.ofNullable(status), page.request());
  }

  @GET
  @Path("{customerId}")
  public CustomerView get(@PathParam("customerId") String customerId) {
    if (!CustomerId.isValid(customerId)) {
      throw new NotFound("customer");
    }
    return customers.get(new CustomerId(customerId));
  }
}
