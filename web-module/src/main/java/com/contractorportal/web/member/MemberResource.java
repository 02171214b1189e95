package com.contractorportal.web.member;

import com.contractorportal.member.DirectoryEntry;
import com.contractorportal.member.MemberService;
import com.contractorportal.paging.Page;
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

/** {@code /api/members} */
@Path("members")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.ADMIN, Roles.MANAGER, Roles.VIEWER})
@Tag(name = "members")
public class MemberResource {

  @Inject private MemberService members;

  @GET
  public Page<DirectoryEntry> directory(@Valid @BeanParam PageParams page) {
    return members.directory(page.request());
  }
}
