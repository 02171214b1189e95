package com.contractorportal.web.notification;

import com.contractorportal.notification.NotificationPage;
import com.contractorportal.notification.NotificationService;
import com.contractorportal.web.PageParams;
import com.contractorportal.web.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /api/notifications}: one's own. */
@Path("notifications")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.ADMIN, Roles.MANAGER, Roles.CONTRACTOR, Roles.VIEWER})
@Tag(name = "notifications")
public class NotificationResource {

  @Inject private NotificationService notifications;

  @GET
  public NotificationPage list(
      @QueryParam("unread") @DefaultValue("false") boolean unreadOnly,
      @Valid @BeanParam PageParams page) {
    return notifications.list(unreadOnly, page.request());
  }

  @POST
  @Path("{id}/read")
  public void read(@PathParam("id") UUID id) {
    notifications.read(id);
  }

  @POST
  @Path("read-all")
  public void readAll() {
    notifications.readAll();
  }
}
