package com.contractorportal.web.support;

import com.contractorportal.paging.Page;
import com.contractorportal.support.SupportAccessView;
import com.contractorportal.support.SupportService;
import com.contractorportal.web.PageParams;
import com.contractorportal.web.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /api/support-access}: who of the vendor's staff was in the customer of the token. */
@Path("support-access")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.ADMIN)
@Tag(name = "support")
public class SupportAccessResource {

  private static final String LAST_FIRST = "-startedAt";

  @Inject private SupportService support;

  @GET
  public Page<SupportAccessView> list(@Valid @BeanParam PageParams page) {
    return support.list(page.request(LAST_FIRST));
  }

  @DELETE
  @Path("{id}")
  public void end(@PathParam("id") UUID id) {
    support.end(id);
  }
}
