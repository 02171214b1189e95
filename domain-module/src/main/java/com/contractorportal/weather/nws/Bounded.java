package com.contractorportal.weather.nws;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/** Takes a body in, up to a size; whatever is longer is given up before it is in memory. */
final class Bounded implements BodySubscriber<byte[]> {

  private final BodySubscriber<byte[]> whole = BodySubscribers.ofByteArray();
  private final long most;
  private Flow.Subscription subscription;
  private long received;
  private boolean given;

  private Bounded(long most) {
    this.most = most;
  }

  static BodyHandler<byte[]> to(long mostBytes) {
    return (HttpResponse.ResponseInfo info) -> new Bounded(mostBytes);
  }

  @Override
  public CompletionStage<byte[]> getBody() {
    return whole.getBody();
  }

  @Override
  public void onSubscribe(Flow.Subscription newSubscription) {
    subscription = newSubscription;
    whole.onSubscribe(newSubscription);
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    received += buffers.stream().mapToLong(ByteBuffer::remaining).sum();
    if (received <= most) {
      whole.onNext(buffers);
    } else if (!given) {
      given = true;
      subscription.cancel();
      whole.onError(new IOException("The answer has more than " + most + " bytes."));
    }
  }

  @Override
  public void onError(Throwable failure) {
    whole.onError(failure);
  }

  @Override
  public void onComplete() {
    whole.onComplete();
  }
}
