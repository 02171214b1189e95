package com.contractorportal.web.problem;

import com.contractorportal.rule.English;
import com.contractorportal.rule.RuleName;
import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import jakarta.validation.Constraint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * What the portal says to people, as its sources have it: what stands where {@link English} or
 * {@link RuleName} is wanted, and the messages of constraints.
 */
final class Said extends TreePathScanner<Void, Void> {

  /** In English, with gaps. */
  final Set<String> sentences = new TreeSet<>();

  /** Where something else than a constant stands, or a constraint without a sentence. */
  final List<String> unfit = new ArrayList<>();

  private final Trees trees;

  private Said(Trees trees) {
    this.trees = trees;
  }

  /** Reads all sources in these folders. */
  static Said in(List<Path> folders) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null,
                  files,
                  null,
                  List.of("-proc:none", "-classpath", System.getProperty("java.class.path")),
                  null,
                  files.getJavaFileObjectsFromPaths(
                      folders.stream().flatMap(Said::sources).toList()));
      Said said = new Said(Trees.instance(task));
      Iterable<? extends CompilationUnitTree> units = task.parse();
      task.analyze();
      units.forEach(unit -> said.scan(unit, null));
      return said;
    }
  }

  private static Stream<Path> sources(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Override
  public Void visitNewClass(NewClassTree made, Void none) {
    take(made.getArguments());
    return super.visitNewClass(made, none);
  }

  @Override
  public Void visitMethodInvocation(MethodInvocationTree called, Void none) {
    take(called.getArguments());
    return super.visitMethodInvocation(called, none);
  }

  @Override
  public Void visitMemberReference(MemberReferenceTree named, Void none) {
    if (trees.getElement(getCurrentPath()) instanceof ExecutableElement method
        && method.getParameters().stream().anyMatch(Said::isSaid)) {
      refuse(named);
    }
    return super.visitMemberReference(named, none);
  }

  private void take(List<? extends ExpressionTree> arguments) {
    if (trees.getElement(getCurrentPath()) instanceof ExecutableElement method) {
      List<? extends VariableElement> parameters = method.getParameters();
      for (int i = 0; i < Math.min(parameters.size(), arguments.size()); i++) {
        English english = parameters.get(i).getAnnotation(English.class);
        if (english != null) {
          take(arguments.get(i), english.value()::formatted);
        } else if (isSaid(parameters.get(i))) {
          take(arguments.get(i), Words::englishTitle);
        }
      }
    }
  }

  private void take(ExpressionTree argument, UnaryOperator<String> sentence) {
    choices(argument)
        .forEach(
            one -> {
              Optional<String> text = constant(one);
              text.map(sentence).ifPresent(sentences::add);
              if (text.isEmpty() && !isSaid(element(one))) {
                refuse(one);
              }
            });
  }

  /** Of several expressions, the one or the other is meant. */
  private static Stream<ExpressionTree> choices(ExpressionTree expression) {
    if (expression instanceof ParenthesizedTree inner) {
      return choices(inner.getExpression());
    }
    if (expression instanceof ConditionalExpressionTree either) {
      return Stream.of(either.getTrueExpression(), either.getFalseExpression())
          .flatMap(Said::choices);
    }
    if (expression instanceof SwitchExpressionTree one
        && one.getCases().stream().allMatch(it -> it.getBody() instanceof ExpressionTree)) {
      return one.getCases().stream().flatMap(it -> choices((ExpressionTree) it.getBody()));
    }
    return Stream.of(expression);
  }

  private Optional<String> constant(ExpressionTree expression) {
    if (expression instanceof LiteralTree literal && literal.getValue() != null) {
      return Optional.of(literal.getValue().toString());
    }
    if (expression instanceof BinaryTree sum && sum.getKind() == Tree.Kind.PLUS) {
      return constant(sum.getLeftOperand())
          .flatMap(left -> constant(sum.getRightOperand()).map(left::concat));
    }
    return element(expression) instanceof VariableElement field
        ? Optional.ofNullable(field.getConstantValue()).map(Object::toString)
        : Optional.empty();
  }

  private Element element(ExpressionTree expression) {
    return trees.getElement(new TreePath(getCurrentPath(), expression));
  }

  private static boolean isSaid(Element element) {
    return element != null
        && (element.getAnnotation(English.class) != null
            || element.getAnnotation(RuleName.class) != null);
  }

  @Override
  public Void visitAnnotation(AnnotationTree annotation, Void none) {
    Element type = trees.getElement(new TreePath(getCurrentPath(), annotation.getAnnotationType()));
    if (type.getAnnotation(Constraint.class) != null && !isPartOfAnother()) {
      Optional<ExpressionTree> message =
          annotation.getArguments().stream()
              .map(AssignmentTree.class::cast)
              .filter(it -> it.getVariable().toString().equals("message"))
              .map(AssignmentTree::getExpression)
              .findFirst();
      String otherwise = message.isPresent() ? "" : defaultMessage(type);
      if (message.isPresent()) {
        take(message.get(), UnaryOperator.identity());
      } else if (otherwise.startsWith("{")) {
        refuse(annotation);
      } else {
        sentences.add(otherwise);
      }
    }
    return super.visitAnnotation(annotation, none);
  }

  /** Constraints that consist of others say one sentence for all. */
  private boolean isPartOfAnother() {
    return getCurrentPath().getParentPath().getParentPath().getLeaf() instanceof ClassTree one
        && one.getKind() == Tree.Kind.ANNOTATION_TYPE;
  }

  private static String defaultMessage(Element constraint) {
    return constraint.getEnclosedElements().stream()
        .filter(it -> it.getKind() == ElementKind.METHOD)
        .filter(it -> it.getSimpleName().contentEquals("message"))
        .map(it -> ((ExecutableElement) it).getDefaultValue().getValue().toString())
        .findFirst()
        .orElseThrow();
  }

  private void refuse(Tree tree) {
    CompilationUnitTree unit = getCurrentPath().getCompilationUnit();
    long at = trees.getSourcePositions().getStartPosition(unit, tree);
    unfit.add(
        Path.of(unit.getSourceFile().getName()).getFileName()
            + ":"
            + unit.getLineMap().getLineNumber(at)
            + " "
            + tree);
  }
}
