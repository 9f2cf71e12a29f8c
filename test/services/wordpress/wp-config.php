<?php
// A site for tests alone: where it is and which database it has comes from the process that starts it.
define('DB_NAME', 'newsroom');
define('DB_USER', 'root');
define('DB_PASSWORD', '');
define('DB_HOST', 'localhost:' . getenv('NEWSROOM_TEST_SOCKET'));
define('DB_CHARSET', 'utf8mb4');
define('DB_COLLATE', '');
define('WP_HOME', getenv('NEWSROOM_TEST_SITE'));
define('WP_SITEURL', getenv('NEWSROOM_TEST_SITE'));
// Application passwords without https are for such sites alone.
define('WP_ENVIRONMENT_TYPE', 'local');
define('AUTOMATIC_UPDATER_DISABLED', true);
define('WP_HTTP_BLOCK_EXTERNAL', true);
// One process answers: a site that called itself would wait for itself.
define('DISABLE_WP_CRON', true);
foreach (['AUTH', 'SECURE_AUTH', 'LOGGED_IN', 'NONCE'] as $name) {
    define($name . '_KEY', 'test');
    define($name . '_SALT', 'test');
}
$table_prefix = 'wp_';
if (!defined('ABSPATH')) {
    define('ABSPATH', __DIR__ . '/');
}
require_once ABSPATH . 'wp-settings.php';
