<?php
// Sets up an empty WordPress and prints an application password of its only user: php install.php SITE SOCKET.
[, $site, $socket] = $argv;
mysqli_report(MYSQLI_REPORT_ERROR | MYSQLI_REPORT_STRICT);
(new mysqli('localhost', 'root', '', '', 0, $socket))->query('CREATE DATABASE newsroom CHARACTER SET utf8mb4');
$_SERVER['HTTP_HOST'] = '127.0.0.1';
$_SERVER['REQUEST_URI'] = '/';
$_SERVER['REQUEST_METHOD'] = 'GET';
$_SERVER['SERVER_PROTOCOL'] = 'HTTP/1.1';
define('WP_INSTALLING', true);
ob_start();
require $site . '/wp-load.php';
require_once ABSPATH . 'wp-admin/includes/upgrade.php';
// There is nobody to tell.
add_filter('pre_wp_mail', '__return_true');
wp_install('Профсоюзная среда', 'redaktor', 'redaktor@eseur.example', true, '', wp_generate_password());
update_option('permalink_structure', '/%postname%/');
update_option('timezone_string', 'Europe/Moscow');
$user = get_user_by('login', 'redaktor');
[$password] = WP_Application_Passwords::create_new_application_password($user->ID, ['name' => 'newsroom']);
ob_end_clean();
echo $password;
