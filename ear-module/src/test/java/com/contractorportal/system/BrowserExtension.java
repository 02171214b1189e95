package com.contractorportal.system;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives each browser test a page of a fresh browser profile; one Chromium serves all tests of the
 * JVM. A failed test leaves a picture of its page in {@code target/browser}. A test also fails when
 * a page of its profile throws or writes an error to the browser's console.
 */
public final class BrowserExtension
    implements ExecutionCondition, ParameterResolver, AfterEachCallback {

  private static final Namespace NAMESPACE = Namespace.create(BrowserExtension.class);
  private static final Path PICTURES = Path.of("target", "browser");

  /**
   * The portal's own ways to say no, and what tests do, of which browsers write a line as well:
   * some cut the network, or a part of it.
   */
  private static final Pattern REFUSAL =
      Pattern.compile(
          "Failed to load resource: .* status of (400|401|404|409|412) .*"
              + "|Failed to load resource: net::ERR_(INTERNET_DISCONNECTED|FAILED).*",
          Pattern.DOTALL);

  /** The tag of tests in which somebody is shut out while at work. */
  static final String SHUT_OUT = "shut-out";

  private static final Pattern SHUT =
      Pattern.compile("Failed to load resource: .* status of 403 .*", Pattern.DOTALL);

  private static final List<String> ARGUMENTS =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");

  /** What went wrong in the pages of one test. */
  private record Complaints(List<String> lines) {

    void watch(BrowserContext profile) {
      profile.onWebError(error -> lines.add("Thrown: " + error.error()));
      profile.onConsoleMessage(
          message -> {
            if (message.type().equals("error") && !REFUSAL.matcher(message.text()).matches()) {
              lines.add(message.text() + " (" + message.location() + ")");
            }
          });
    }
  }

  private record OpenBrowser(Playwright playwright, Browser browser) implements AutoCloseable {

    @Override
    public void close() {
      playwright.close();
    }
  }

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    String wish = System.getProperty("browser", "on");
    if (wish.equals("off")) {
      return ConditionEvaluationResult.disabled("Browser tests are switched off (-Dbrowser=off).");
    }
    if (chromium().isPresent()) {
      return ConditionEvaluationResult.enabled("Chromium is there.");
    }
    if (wish.equals("required")) {
      throw new IllegalStateException("No Chromium is found, and -Dbrowser=required asks for it.");
    }
    return ConditionEvaluationResult.disabled(
        "SKIPPED: no Chromium is found on this machine; install the package chromium.");
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Page.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getStore(NAMESPACE)
        .getOrComputeIfAbsent(Page.class, ignored -> newPage(context), Page.class);
  }

  @Override
  public void afterEach(ExtensionContext context) throws Exception {
    Page page = context.getStore(NAMESPACE).get(Page.class, Page.class);
    if (page == null) {
      return;
    }
    try {
      keepPictureOfFailure(context, page);
    } finally {
      page.context().close();
    }
    Complaints complaints = context.getStore(NAMESPACE).get(Complaints.class, Complaints.class);
    if (context.getTags().contains(SHUT_OUT)) {
      complaints.lines().removeIf(SHUT.asMatchPredicate());
    }
    if (!complaints.lines().isEmpty()) {
      throw new AssertionError("The browser complained:\n" + String.join("\n", complaints.lines()));
    }
  }

  private static void keepPictureOfFailure(ExtensionContext context, Page page) throws IOException {
    if (context.getExecutionException().isPresent()) {
      Files.createDirectories(PICTURES);
      String name =
          context.getRequiredTestClass().getSimpleName()
              + "-"
              + context.getRequiredTestMethod().getName();
      page.screenshot(
          new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")).setFullPage(true));
      Files.writeString(PICTURES.resolve(name + ".html"), page.content());
    }
  }

  private static Page newPage(ExtensionContext context) {
    Store store = context.getRoot().getStore(NAMESPACE);
    OpenBrowser open =
        store.getOrComputeIfAbsent(OpenBrowser.class, ignored -> open(), OpenBrowser.class);
    BrowserContext profile =
        open.browser()
            .newContext(
                new Browser.NewContextOptions()
                    .setBaseURL(PortalExtension.portal(context).address().toString())
                    .setLocale("en-US")
                    .setTimezoneId("America/New_York")
                    .setViewportSize(1280, 900)
                    .setAcceptDownloads(true));
    Complaints complaints = new Complaints(new CopyOnWriteArrayList<>());
    complaints.watch(profile);
    context.getStore(NAMESPACE).put(Complaints.class, complaints);
    return profile.newPage();
  }

  private static OpenBrowser open() {
    Playwright playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    Browser browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(chromium().orElseThrow())
                    .setArgs(ARGUMENTS));
    // The first page of a server that has just started on a busy machine takes its time.
    PlaywrightAssertions.setDefaultAssertionTimeout(20_000);
    return new OpenBrowser(playwright, browser);
  }

  private static Optional<Path> chromium() {
    return List.of("chromium", "chromium-browser", "google-chrome").stream()
        .map(name -> Path.of("/usr/bin", name))
        .filter(Files::isExecutable)
        .findFirst();
  }
}
