# Run once by the image of MySQL, when the database is new: the portal's two accounts.
# shellcheck shell=bash
docker_process_sql <<SQL
CREATE USER 'portal_owner'@'%' IDENTIFIED BY '$(cat /run/secrets/db-owner-password)' REQUIRE SSL;
CREATE USER 'portal'@'%' IDENTIFIED BY '$(cat /run/secrets/db-password)' REQUIRE SSL;
GRANT ALL ON portal.* TO 'portal_owner'@'%' WITH GRANT OPTION;
GRANT SHOW VIEW ON portal.* TO 'portal'@'%';
SQL
