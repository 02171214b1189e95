package com.contractorportal.weather;

import com.contractorportal.paging.KeyedQuery;
import com.contractorportal.paging.Page;
import com.contractorportal.paging.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

@ApplicationScoped
class WeatherRepository {

  @PersistenceContext(unitName = "customer")
  private EntityManager em;

  void add(Object thing) {
    em.persist(thing);
  }

  Page<WeatherObservation> page(WeatherFilter filter, PageRequest request) {
    return new KeyedQuery<>(em, WeatherObservation.class, WeatherObservation::id)
        .sort("observedAt", WeatherObservation::observedAt)
        .whereIf(filter.place().map(String::strip), "e.place = :place", "place")
        .whereIf(filter.from(), "e.observedAt >= :from", "from")
        .whereIf(filter.to(), "e.observedAt < :to", "to")
        .whereIf(filter.period(), "e.period = :period", "period")
        .page(request);
  }

  Optional<WeatherPlace> place(String name) {
    return em.createQuery("SELECT p FROM WeatherPlace p WHERE p.place = :place", WeatherPlace.class)
        .setParameter("place", name)
        .getResultStream()
        .findFirst();
  }

  /** Those whose position is known; they are few. */
  List<WeatherPlace> locatedPlaces() {
    return em.createQuery(
            "SELECT p FROM WeatherPlace p"
                + " WHERE p.latitude IS NOT NULL AND p.longitude IS NOT NULL",
            WeatherPlace.class)
        .getResultList();
  }

  List<WeatherObservation> of(String place, Collection<Instant> times) {
    return em.createQuery(
            "SELECT o FROM WeatherObservation o"
                + " WHERE o.place = :place AND o.period IN :periods AND o.observedAt IN :times",
            WeatherObservation.class)
        .setParameter("place", place)
        .setParameter("periods", List.of(Period.values()))
        .setParameter("times", times)
        .getResultList();
  }

  /** The last of a place that began by then, and the first that began later. */
  Stream<WeatherObservation> around(String place, Period period, Instant time) {
    return Stream.concat(
        next(place, period, time, "o.observedAt <= :time ORDER BY o.observedAt DESC"),
        next(place, period, time, "o.observedAt > :time ORDER BY o.observedAt"));
  }

  private Stream<WeatherObservation> next(
      String place, Period period, Instant time, String condition) {
    return em.createQuery(
            "SELECT o FROM WeatherObservation o WHERE o.place = :place AND o.period = :period AND "
                + condition,
            WeatherObservation.class)
        .setParameter("place", place)
        .setParameter("period", period)
        .setParameter("time", time)
        .setMaxResults(1)
        .getResultStream();
  }
}
