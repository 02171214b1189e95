package com.contractorportal.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;

@BrowserTest
class FrontPageIT {

  @Test
  void a_stranger_is_asked_to_sign_in(Page page) {
    page.navigate("/");

    assertThat(
            page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign in").setExact(true)))
        .isVisible();
  }

  @Test
  void a_stranger_can_read_the_contract(Page page) {
    page.navigate("/api-docs/index.html");

    assertThat(page.getByText("/api/api-keys").first()).isVisible();
    page.getByText("/api/api-keys").first().click();
    assertThat(page.getByText("Try it out")).isVisible();
  }
}
