package com.contractorportal.samples.web;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

/** Resources whose access is not as the table says; on no server's way. */
public final class OpenDoors {

  private OpenDoors() {}

  /** Says nothing of who may come. */
  @Path("open")
  public static class Undeclared {
    @GET
    @Path("{id: [0-9]+}")
    public void get() {}
  }

  /** Is in no row. */
  @Path("open")
  @RolesAllowed("ADMIN")
  public static class Unlisted {
    @POST
    public void post() {}
  }

  /** Lets viewers delete. */
  @Path("properties")
  public static class TooWide {
    @DELETE
    @Path("{id}")
    @RolesAllowed({"ADMIN", "MANAGER", "VIEWER"})
    public void delete() {}
  }

  /** Lets nobody read. */
  @Path("properties")
  @RolesAllowed("ADMIN")
  public static class TooNarrow {
    @GET
    @DenyAll
    public void list() {}
  }
}
