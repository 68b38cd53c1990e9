<?php

return [
    'default' => env('LOG_CHANNEL', 'stack'),
    'channels' => [
        'stack' => ['driver' => 'stack', 'channels' => ['daily', 'papertrail']],
        'daily' => ['driver' => 'daily', 'path' => storage_path('logs/laravel.log'), 'days' => 14],
        'papertrail' => ['driver' => 'monolog', 'handler' => Monolog\Handler\SyslogUdpHandler::class],
    ],
];
